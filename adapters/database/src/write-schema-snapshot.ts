// Run after a change of the migrations: node adapters/database/src/write-schema-snapshot.ts
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { schemaText } from './schema-text.ts'
import { temporaryDatabase } from './temporary-database.ts'

await using database = await temporaryDatabase()
await writeFile(join(import.meta.dirname, '..', 'schema.txt'), await schemaText(database.db))
