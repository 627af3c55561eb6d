/**
 * For the tests of other workspaces: the rules that every source keeps, a provider of our own invention, and a server that breaks connections.
 * Loaded only when called, because they are of no use to anything else.
 */
export async function sourceTrials() {
  const [{ marketDataContract }, { inventedYahoo }, faultServers, { inventedRefusal }] = await Promise.all([
    import('./market-data-contract.ts'),
    import('./yahoo/invented-yahoo.ts'),
    import('./yahoo/fault-server.ts'),
    import('./yahoo/invented-chart.ts'),
  ])
  return { marketDataContract, inventedYahoo, inventedRefusal, ...faultServers }
}
