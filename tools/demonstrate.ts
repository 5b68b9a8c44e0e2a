// The demonstration, made by the same verbs that people use: organisations found and provisioned, learners who learn.

import { eq } from 'drizzle-orm'
import type { Outside } from '#adapters/houses.ts'
import { enter } from '#adapters/houses.ts'
import { DEMO_PASSWORD, organisations as demonstrated } from '#content/demo/organisations.ts'
import * as accounts from '#domain/accounts/index.ts'
import * as catalogue from '#domain/catalogue/index.ts'
import type { Job } from '#domain/jobs.ts'
import * as learning from '#domain/learning/index.ts'
import * as organisations from '#domain/organisations/index.ts'
import type { Actor, Scope } from '#domain/scope.ts'
import { type Course, manifest } from '#domain/works/index.ts'
import { people } from '#schema/tenant/tables.ts'
import { registryHere, settle } from './outside.ts'

type Demonstrated = (typeof demonstrated)[number]

/** Makes what is missing of the demonstration; what is there stays as it is. Answers what was made. */
export async function demonstrate(outside: Outside & { jobs: Job[] }): Promise<string[]> {
  const made: string[] = []
  for (const one of demonstrated) {
    const registry = registryHere(outside)
    const known = await organisations.bySlug(registry, one.slug)
    if (known?.launched) continue
    const { learner, ...founding } = one
    const { tenant } = known ?? (await organisations.found(registry, founding))
    const organisation = await organisations.provision(registry, tenant.organisation)
    await settle(outside)
    await enrolLearner((actor) => enter(outside, organisation, actor, Date.now()), outside.jobs, learner)
    outside.jobs.length = 0
    made.push(one.slug)
  }
  return made
}

async function enrolLearner(at: (actor: Actor) => Scope, jobs: Job[], learner: Demonstrated['learner']) {
  const visitor = at({ kind: 'visitor' })
  const form = { name: learner.name, email: learner.email, password: DEMO_PASSWORD }
  await accounts.signUp(visitor, form, visitor.tenant.defaultLanguage, 'demonstration')
  const mail = jobs.find((job) => job.job === 'mail')
  await accounts.confirm(visitor, mail?.letter.key ?? '')
  const [row] = await visitor.db.select({ id: people.id }).from(people).where(eq(people.email, learner.email))
  if (!row) throw new Error(`${learner.email} has no account`)
  await learn(at({ kind: 'person', ...row, name: learner.name, email: learner.email }), learner.lessons)
}

/** Enrols in the first course of the catalogue and completes its first lessons. */
async function learn(scope: Scope, lessons: number) {
  const course = (await catalogue.list(scope)).find((work) => work.kind === 'course')
  if (!course || lessons === 0) return
  await learning.enrol(scope, course.slug)
  const structure = (await manifest(scope.commons, course.edition))?.structure as Course // found by its kind
  const slugs = structure.weeks.flatMap((week) => week.lessons.map((lesson) => lesson.slug))
  for (const slug of slugs.slice(0, lessons)) await learning.complete(scope, course.slug, slug)
}
