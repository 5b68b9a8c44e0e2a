// Organisations as an operator reads them: as lines, and as plain data for other programs.
import { type Organisation, STEPS } from '#domain/organisations/index.ts'

function plain({ tenant, address, launched, suspension, firstWorks }: Organisation) {
  const { organisation, slug, name, country, origin, defaultLanguage, catalogueVersion } = tenant
  const database = address && { name: address.name, url: address.url, schemaVersion: address.schemaVersion }
  const opened = launched === undefined ? undefined : new Date(launched).toISOString()
  const state = stateOf({ launched, suspension })
  const known = { organisation, slug, name, country, origin, defaultLanguage, catalogueVersion, firstWorks }
  return { ...known, state, opened, suspension, database }
}

const stateOf = ({ launched, suspension }: Pick<Organisation, 'launched' | 'suspension'>) =>
  suspension ? 'suspended' : launched === undefined ? 'not open yet' : 'open'

function list(all: Organisation[], newest: number): string[] {
  if (all.length === 0) return ['There is no organisation yet.']
  const widest = Math.max(...all.map(({ tenant }) => tenant.slug.length))
  return all.map((organisation) => {
    const { tenant, address } = organisation
    const schema = !address ? 'no database' : address.schemaVersion < newest ? 'schema behind' : ''
    const facts = [
      tenant.slug.padEnd(widest),
      tenant.country,
      stateOf(organisation).padEnd(12),
      tenant.name,
      schema,
    ]
    return facts.join('  ').trimEnd()
  })
}

function one(organisation: Organisation, steps: string[], newest: number): string[] {
  const { tenant, address, launched, suspension, firstWorks } = organisation
  const todo = STEPS.filter((step) => !steps.includes(step))
  const facts: [string, string | undefined][] = [
    ['name', tenant.name],
    ['country', tenant.country],
    ['address', `${tenant.origin}/`],
    ['id', tenant.organisation],
    ['state', stateOf(organisation)],
    ['opened', launched === undefined ? undefined : new Date(launched).toISOString()],
    ['suspended', suspension && `${new Date(suspension.at).toISOString()}: ${suspension.reason}`],
    ['still to do', todo.length > 0 ? todo.join(', ') : undefined],
    ['database', address && `${address.name} at ${address.url}`],
    ['schema', address && `${address.schemaVersion} of ${newest}`],
    ['catalogue', `version ${tenant.catalogueVersion}`],
    ['first works', firstWorks.join(', ')],
  ]
  return facts.flatMap(([name, value]) => (value ? [`${name.padEnd(12)} ${value}`] : []))
}

export const told = { plain, list, one }
