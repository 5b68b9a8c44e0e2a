// What search engines are told (schema.org): organisations, courses, learning resources.

import type { Tenant } from '#domain/scope.ts'
import type { Course, Language, Manifest, Part } from '#domain/works/index.ts'

const LICENCE = 'https://creativecommons.org/licenses/by-sa/4.0/'
const context = { '@context': 'https://schema.org' }

export const organisationLd = (tenant: Tenant) => ({ ...context, ...organisation(tenant) })

const organisation = (tenant: Tenant) => ({
  '@type': 'EducationalOrganization',
  name: tenant.name,
  url: `${tenant.origin}/`,
  sameAs: tenant.website,
  address: { '@type': 'PostalAddress', addressCountry: tenant.country },
})

export function courseLd(
  tenant: Tenant,
  course: Course,
  about: { title: string; summary: string },
  page: Page,
) {
  return {
    ...context,
    '@type': 'Course',
    name: about.title,
    description: about.summary,
    provider: organisation(tenant),
    ...common(page),
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'online',
      courseWorkload: `PT${course.hours}H`,
    },
    offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'EUR' },
  }
}

interface Page {
  url: string
  manifest: Manifest
  language: Language
}

export function resourceLd(part: Part, type: string, page: Omit<Page, 'language'>, minutes?: number) {
  return {
    ...context,
    '@type': 'LearningResource',
    name: part.title,
    description: part.summary,
    learningResourceType: type,
    ...common({ ...page, language: part.language }),
    ...(minutes && { timeRequired: `PT${minutes}M` }),
  }
}

const common = ({ url, manifest, language }: Page) => ({
  url,
  inLanguage: language,
  license: LICENCE,
  isAccessibleForFree: true,
  author: manifest.authors.map((name) => ({ '@type': 'Organization', name })),
})
