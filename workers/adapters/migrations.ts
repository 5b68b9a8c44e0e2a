// The migrations as the bundler puts them into the Worker. Tools read the same files from the disk.
import { migrationsOf } from './migrator.ts'

const files = (glob: Record<string, unknown>) => migrationsOf(glob as Record<string, string>) // ?raw gives text

export const tenantMigrations = files(
  import.meta.glob('../../schema/migrations/tenant/*.sql', { eager: true, query: '?raw', import: 'default' }),
)
export const registryMigrations = files(
  import.meta.glob('../../schema/migrations/registry/*.sql', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
export const commonsMigrations = files(
  import.meta.glob('../../schema/migrations/commons/*.sql', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
)
