// The demonstration: the six partners of the Social Connections project with their real names, countries and web
// sites, and with brands, words and people invented for it. No logo and no text of theirs is copied.

interface Demonstrated {
  slug: string
  name: string
  kind: 'vet-school' | 'ngo' | 'cooperative' | 'network' | 'company'
  country: string
  website: string
  defaultLanguage: 'es' | 'it' | 'da' | 'pt' | 'ro'
  brand: { primary: string; secondary: string; mark: 'letters' | 'window' | 'quilt' | 'circle' }
  words: Partial<Record<string, { tagline: string; welcome: string }>>
  firstWorks: string[]
  learner: { name: string; email: string; lessons: number }
}

const COURSE = 'course/foundations-of-e-social-work'
const CURRICULUM = 'curriculum/e-social-work'
const cards = (...slugs: string[]) => slugs.map((slug) => `tool/${slug}`)

/** One password for all demonstration accounts; they exist only on a machine where somebody tries the product. */
export const DEMO_PASSWORD = 'a quiet afternoon call'

export const organisations: Demonstrated[] = [
  {
    slug: 'intras',
    name: 'Fundación INTRAS',
    kind: 'ngo',
    country: 'ES',
    website: 'https://www.intras.es/',
    defaultLanguage: 'es',
    brand: { primary: '#7a2e4d', secondary: '#d98e04', mark: 'window' },
    words: {
      en: {
        tagline: 'Close to people, wherever they are',
        welcome: 'Learn to accompany people who cannot leave home, by telephone, by screen and by post.',
      },
      es: {
        tagline: 'Cerca de las personas, estén donde estén',
        welcome:
          'Aprende a acompañar a quienes no pueden salir de casa, por teléfono, por pantalla y por correo.',
      },
    },
    firstWorks: [
      COURSE,
      ...cards('empathic-call-series', 'one-small-plan-a-week', 'remote-home-visit', 'scam-shield'),
      ...cards('first-video-call', 'soundtrack-of-my-life', 'my-story-in-three-minutes', 'creative-post'),
      ...cards('voice-assistant-with-consent', 'my-digital-network-map'),
      CURRICULUM,
    ],
    learner: { name: 'Ana', email: 'ana@intras.example', lessons: 3 },
  },
  {
    slug: 'anziani-e-non-solo',
    name: 'Anziani e Non Solo Società Cooperativa Sociale',
    kind: 'cooperative',
    country: 'IT',
    website: 'https://anzianienonsolo.it/',
    defaultLanguage: 'it',
    brand: { primary: '#1f6f54', secondary: '#e3b505', mark: 'circle' },
    words: {
      en: {
        tagline: 'A call, a card, a story: being there from afar',
        welcome:
          'Activities for operators, carers and volunteers, most of them with nothing but a telephone.',
      },
      it: {
        tagline: 'Una telefonata, una scheda, una storia: esserci anche da lontano',
        welcome: 'Attività per operatori, caregiver e volontari, quasi tutte con il solo telefono.',
      },
    },
    firstWorks: [
      ...cards('empathic-call-series', 'centre-without-walls', 'seated-exercise-live', 'scam-shield'),
      ...cards('virtual-coffee', 'cook-together', 'good-morning-thread', 'carers-evening-circle'),
      ...cards('reading-and-news-circle', 'our-radio-and-our-feasts'),
      COURSE,
    ],
    learner: { name: 'Bruno', email: 'bruno@anziani.example', lessons: 1 },
  },
  {
    slug: 'sosu',
    name: 'SOSU Østjylland',
    kind: 'vet-school',
    country: 'DK',
    website: 'https://www.sosuoj.dk/',
    defaultLanguage: 'da',
    brand: { primary: '#0b4f8a', secondary: '#f2a65a', mark: 'letters' },
    words: {
      en: {
        tagline: 'Care that also reaches through the screen',
        welcome:
          'For teachers and students in social and health care: units, plans and exercises to take into class.',
      },
      da: {
        tagline: 'Omsorg, der også når gennem skærmen',
        welcome:
          'Til undervisere og elever på social- og sundhedsområdet: forløb, planer og øvelser til undervisningen.',
      },
    },
    firstWorks: [
      CURRICULUM,
      COURSE,
      ...cards(
        'remote-home-visit',
        'seated-exercise-live',
        'first-video-call',
        'peers-with-the-same-condition',
      ),
      ...cards('breathe-by-phone', 'movement-pairs', 'device-on-loan'),
    ],
    learner: { name: 'Søren', email: 'soren@sosu.example', lessons: 0 },
  },
  {
    slug: 'aproximar',
    name: 'Aproximar',
    kind: 'cooperative',
    country: 'PT',
    website: 'https://www.aproximar.pt/',
    defaultLanguage: 'pt',
    brand: { primary: '#c2410c', secondary: '#14746f', mark: 'quilt' },
    words: {
      en: {
        tagline: 'Bringing people closer',
        welcome: 'Tools and units for teams that support people at home.',
      },
      pt: {
        tagline: 'Aproximar pessoas',
        welcome: 'Ferramentas e unidades para equipas que apoiam pessoas em casa.',
      },
    },
    firstWorks: [
      ...cards('empathic-call-series', 'centre-without-walls', 'scam-shield'),
      ...cards('pair-across-generations', 'walk-through-my-streets', 'digital-photo-reminiscence'),
      ...cards('together-at-the-e-counter', 'my-digital-network-map'),
      CURRICULUM,
    ],
    learner: { name: 'Inês', email: 'ines@aproximar.example', lessons: 0 },
  },
  {
    slug: 'virtual-campus',
    name: 'Virtual Campus Lda',
    kind: 'company',
    country: 'PT',
    website: 'https://www.virtual-campus.eu/',
    defaultLanguage: 'pt',
    brand: { primary: '#4338a8', secondary: '#9bd3d0', mark: 'letters' },
    words: {
      en: {
        tagline: 'Open courses, at your own pace',
        welcome: 'Study e-social work online, one short lesson at a time.',
      },
      pt: {
        tagline: 'Cursos abertos, ao seu ritmo',
        welcome: 'Estudar serviço social digital online, uma lição curta de cada vez.',
      },
    },
    firstWorks: [COURSE, ...cards('one-small-plan-a-week', 'museum-at-home', 'play-hour')],
    learner: { name: 'Rui', email: 'rui@virtual-campus.example', lessons: 5 },
  },
  {
    slug: 'easi',
    name: 'European Association for Social Innovation',
    kind: 'network',
    country: 'RO',
    website: 'https://easi-socialinnovation.org/',
    defaultLanguage: 'ro',
    brand: { primary: '#22577a', secondary: '#80a83c', mark: 'quilt' },
    words: {
      en: {
        tagline: 'New ways of staying connected',
        welcome: 'The whole collection for social workers and trainers: courses, tool-box and curriculum.',
      },
      ro: {
        tagline: 'Noi moduri de a rămâne aproape',
        welcome:
          'Întreaga colecție pentru asistenți sociali și formatori: cursuri, trusă de instrumente și curriculum.',
      },
    },
    firstWorks: [
      COURSE,
      CURRICULUM,
      ...cards('empathic-call-series', 'one-small-plan-a-week', 'first-video-call', 'remote-home-visit'),
      ...cards('good-morning-thread', 'pair-across-generations', 'centre-without-walls', 'virtual-coffee'),
      ...cards('peers-with-the-same-condition', 'reading-and-news-circle', 'play-hour', 'sing-along-muted'),
      ...cards('digital-photo-reminiscence', 'my-story-in-three-minutes', 'soundtrack-of-my-life'),
      ...cards(
        'walk-through-my-streets',
        'museum-at-home',
        'cook-together',
        'creative-post',
        'window-on-nature',
      ),
      ...cards('our-radio-and-our-feasts', 'seated-exercise-live', 'breathe-by-phone', 'movement-pairs'),
      ...cards('device-on-loan', 'voice-assistant-with-consent', 'scam-shield', 'together-at-the-e-counter'),
      ...cards('carers-evening-circle', 'my-digital-network-map'),
    ],
    learner: { name: 'Ioana', email: 'ioana@easi.example', lessons: 2 },
  },
]
