import { type DatabaseConnection, PostgresDialect, PostgresDriver, type PostgresDialectConfig } from 'kysely'
import type { Outage } from './outage.ts'

type Execute = DatabaseConnection['executeQuery']

/** PostgreSQL as kysely speaks it, with faults of the world as `DatabaseError`. */
export class QueryDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  readonly #outage: Outage

  constructor(config: PostgresDialectConfig, outage: Outage) {
    super(config)
    this.#config = config
    this.#outage = outage
  }

  override createDriver(): PostgresDriver {
    return new QueryDriver(this.#config, this.#outage)
  }
}

class QueryDriver extends PostgresDriver {
  readonly #known = new WeakSet<DatabaseConnection>()
  readonly #outage: Outage

  constructor(config: PostgresDialectConfig, outage: Outage) {
    super(config)
    this.#outage = outage
  }

  override async acquireConnection(...options: Parameters<PostgresDriver['acquireConnection']>): Promise<DatabaseConnection> {
    const translated = (fault: unknown): never => {
      throw this.#outage.explained(fault)
    }
    const connection = await super.acquireConnection(...options).catch(translated)
    if (!this.#known.has(connection)) {
      this.#known.add(connection)
      const execute: Execute = connection.executeQuery.bind(connection)
      connection.executeQuery = async <Row>(...query: Parameters<Execute>) => execute<Row>(...query).catch(translated)
    }
    return connection
  }
}
