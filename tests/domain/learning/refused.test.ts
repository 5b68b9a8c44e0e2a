import { expect, test } from 'vitest'
import * as learning from '#domain/learning/index.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Actor } from '#domain/scope.ts'
import { openHouse, openWorld } from '../../support/node.ts'
import { course } from '../../support/works.ts'

const nobody: Actor[] = [{ kind: 'visitor' }, { kind: 'platform' }]

test.each(nobody)(
  'a $kind does not learn: every verb asks for a person, and writes nothing',
  async (actor) => {
    const world = await openWorld()
    const house = await openHouse(world, [await course('basics')])
    const scope = house.scope(actor)
    const refusal = new Refusal('forbidden', 'signInFirst')
    const verbs: (() => Promise<unknown>)[] = [
      () => learning.enrol(scope, 'basics'),
      () => learning.leave(scope, 'basics'),
      () => learning.complete(scope, 'basics', 'first'),
      () => learning.reopen(scope, 'basics', 'first'),
      () => learning.mine(scope),
      () => learning.progressIn(scope, 'course/basics', 'first'),
    ]
    expect(verbs).toHaveLength(Object.keys(learning).length)
    world.trips.length = 0
    for (const verb of verbs) await expect(verb()).rejects.toThrow(refusal)
    expect(world.trips).toEqual([])
  },
)
