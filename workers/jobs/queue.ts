// Jobs of the queue: each names its organisation and calls one verb in that house. A job may come twice.
import * as accounts from '#domain/accounts/index.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import type { Job, Letter } from '#domain/jobs.ts'
import * as organisations from '#domain/organisations/index.ts'
import type { Tenant } from '#domain/scope.ts'

export interface Hands {
  registry: organisations.Registry
  send(letter: Letter, tenant: Tenant): Promise<void>
}

/** Does one job; a job of an organisation that is suspended is dropped. */
export async function perform({ registry, send }: Hands, job: Job): Promise<void> {
  const organisation = await organisations.byId(registry, job.organisation)
  if (!organisation?.address || organisation.suspension) return
  const scope = organisations.houseOf(registry, organisation)
  switch (job.job) {
    case 'mail':
      return send(job.letter, organisation.tenant)
    case 'follow':
      await catalogue.follow(scope)
      return
    case 'raise':
      return organisations.raiseCatalogueVersion(registry, job.organisation, await catalogue.version(scope))
    case 'migrate':
      await organisations.migrate(registry, job.organisation)
      return
    case 'sweep':
      await accounts.sweep(scope)
      return organisations.raiseCatalogueVersion(registry, job.organisation, await catalogue.version(scope))
    default:
      return job satisfies never
  }
}
