import { type DatabaseConnection, PostgresDialect, PostgresDriver, type PostgresDialectConfig } from 'kysely'
import { databaseFault } from './fault.ts'

type Execute = DatabaseConnection['executeQuery']

/** PostgreSQL as kysely speaks it, with faults of the world as `DatabaseError`. */
export class QueryDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig

  constructor(config: PostgresDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver(): PostgresDriver {
    return new QueryDriver(this.#config)
  }
}

class QueryDriver extends PostgresDriver {
  readonly #known = new WeakSet<DatabaseConnection>()

  override async acquireConnection(...options: Parameters<PostgresDriver['acquireConnection']>): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection(...options).catch(translated)
    if (!this.#known.has(connection)) {
      this.#known.add(connection)
      const execute: Execute = connection.executeQuery.bind(connection)
      connection.executeQuery = async <Row>(...query: Parameters<Execute>) => execute<Row>(...query).catch(translated)
    }
    return connection
  }
}

function translated(fault: unknown): never {
  throw databaseFault(fault)
}
