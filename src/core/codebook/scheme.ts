import type { CodeId, Timestamp } from '../ids';
import type {
  AttributeChoice,
  AttributeDefinition,
  Code,
  Codebook,
  RelationKind,
} from './codebook';

const ACTOR = 'actor' as CodeId;
const STANCE = 'stance' as CodeId;
const PRECONDITION = 'precondition' as CodeId;

/**
 * The codebook a new project starts with: stances, preconditions and actors, after discourse network analysis,
 * political claims analysis, institutional grammar and PLOVER. It is data: a project may change or replace all of it.
 */
export function createSchemeCodebook(at: Timestamp): Codebook {
  return {
    codes: [stance, precondition, actor],
    relationKinds: [
      says('holder', 'Holder', 'The mention of who takes the position.', STANCE),
      says('target', 'Target', 'The mention of whom it is about.', STANCE),
      says('demanding-party', 'Demanding party', 'The mention of who demands it.', PRECONDITION),
      says('addressee', 'Addressee', 'The mention of who can perform the act.', PRECONDITION),
      link('gates', 'Gates', 'The stance holds only once the act is done.', PRECONDITION, STANCE),
      link('supports', 'Supports', 'Gives a reason for the other stance.', STANCE, STANCE),
      link('attacks', 'Attacks', 'Gives a reason against the other stance.', STANCE, STANCE),
      link('same-outcome', 'Same outcome', 'Both gate the same.', PRECONDITION, PRECONDITION),
    ],
    lists: [
      { id: 'concepts', name: 'Concepts', values: [] },
      { id: 'required-acts', name: 'Required acts', values: [] },
      { id: 'gated-outcomes', name: 'Gated outcomes', values: [] },
    ],
    revisions: [
      {
        number: 1,
        at,
        reason: 'The coding scheme the project started with.',
        codeIds: [STANCE, PRECONDITION, ACTOR],
      },
    ],
  };
}

const stance: Code = {
  id: STANCE,
  name: 'Stance',
  colour: 'blue',
  lineStyle: 'solid',
  key: 's',
  definition:
    'The smallest clause in which a holder takes a position for or against an actor, an action or a state of affairs.',
  include:
    'Evaluations, prescriptions, warnings, commitments, declarations, demands, rejections and proposals.',
  exclude: 'Pure facts, and predictions without orientation.',
  examples: [
    {
      quote: 'Washington must not insert itself into the process of intra-Korean reconciliation',
      note: 'Author, against, prescription, strength 3, own voice.',
    },
    {
      quote: 'The Japanese government has applauded Mr. Jo’s visit and the communique',
      note: 'Japan, favour, evaluation, strength 2, attributed.',
    },
  ],
  attributes: [
    actors('holder', 'Holder', 'Who takes the position: actors, or the author.', true),
    actors('target', 'Target', 'Whom it is about; may be empty.', false),
    list('concept', 'Concept', 'What it is about, from the project’s list.', 'concepts'),
    one('polarity', 'Polarity', 'For or against, coded towards the concept.', true, [
      ['favour', 'Favour'],
      ['against', 'Against'],
      ['mixed', 'Mixed'],
      ['unclear', 'Unclear'],
    ]),
    one('act', 'Act', 'What the holder does with words.', true, [
      ['evaluation', 'Evaluation'],
      ['prescription', 'Prescription'],
      ['warning', 'Warning'],
      ['commitment', 'Commitment'],
      ['declaration', 'Declaration'],
      ['demand', 'Demand'],
      ['rejection', 'Rejection'],
      ['proposal', 'Proposal'],
    ]),
    {
      id: 'strength',
      name: 'Strength',
      definition: 'How strongly it is put.',
      required: true,
      type: 'scale',
      steps: [
        { value: 3, label: 'must, cannot, unqualified' },
        { value: 2, label: 'should, needs, plain' },
        { value: 1, label: 'may, could, seems' },
      ],
    },
    one('voice', 'Voice', 'Whose words carry it.', true, [
      ['own', 'Own'],
      ['attributed', 'Attributed'],
      ['inferred', 'Inferred'],
    ]),
  ],
  parts: [],
  retired: false,
  definedIn: 1,
};

const precondition: Code = {
  id: PRECONDITION,
  name: 'Precondition',
  colour: 'vermilion',
  lineStyle: 'dashed',
  key: 'p',
  definition:
    'An act that a party makes the condition for an outcome which that party, or an institution, controls. Mark the required act without its cue.',
  include:
    'Two tests, both needed: an addressee can perform the act; a gatekeeper can withhold the outcome.',
  exclude: 'Forecasts without a gatekeeper, and plain temporal “before” and “until”.',
  examples: [
    {
      quote: 'Kim Jong Il has lived up to his agreement to visit Seoul',
      note: 'Cue “until”; outcome “no U.S. president should visit Pyongyang”.',
    },
    {
      quote: 'the two nations continue talks on missile issues',
      note: 'Cue “as long as”; outcome “it will not launch long-range missiles”: sustaining.',
    },
  ],
  attributes: [
    actors('demanding-party', 'Demanding party', 'Who makes it a condition.', true),
    actors('addressee', 'Addressee', 'Who can perform the act.', true),
    list(
      'required-act',
      'Required act',
      'What must be done, from the project’s list.',
      'required-acts',
    ),
    list(
      'gated-outcome',
      'Gated outcome',
      'What is withheld until then, from the project’s list.',
      'gated-outcomes',
    ),
    one('trigger', 'Trigger', 'The words that make it a condition.', true, [
      ['until', 'until'],
      ['before', 'before'],
      ['unless', 'unless'],
      ['if', 'if'],
      ['only-if', 'only if'],
      ['as-long-as', 'as long as'],
      ['without', 'without'],
      ['require-need', 'require or need'],
      ['would-have-to', 'would have to'],
      ['precondition-noun', 'precondition noun'],
      ['demand-verb', 'demand verb'],
      ['implied-sequence', 'implied sequence'],
      ['circumstances', 'circumstances'],
      ['other', 'other'],
    ]),
    one('logic', 'Logic', 'How act and outcome hang together.', true, [
      ['necessary', 'Necessary'],
      ['sufficient', 'Sufficient'],
      ['sustaining', 'Sustaining'],
      ['negative', 'Negative'],
    ]),
    one('force', 'Force', 'In what manner it is put forward.', true, [
      ['demand', 'Demand'],
      ['prescription', 'Prescription'],
      ['forecast', 'Forecast'],
      ['rule', 'Rule'],
      ['commitment', 'Commitment'],
      ['rejection', 'Rejection'],
    ]),
    one('status', 'Status', 'As the text presents it.', true, [
      ['unmet', 'Unmet'],
      ['partly-met', 'Partly met'],
      ['met', 'Met'],
      ['ongoing', 'Ongoing'],
      ['rejected', 'Rejected'],
      ['unknown', 'Unknown'],
    ]),
    one('voice', 'Voice', 'Whose words carry it.', true, [
      ['own', 'Own'],
      ['attributed', 'Attributed'],
    ]),
    one('outcome-link', 'Outcome link', 'Whether the text says what hangs on it.', true, [
      ['explicit', 'Explicit'],
      ['implied', 'Implied'],
    ]),
  ],
  parts: [
    { name: 'cue', definition: 'The words that mark the condition.' },
    { name: 'outcome', definition: 'What is gated, perhaps in another sentence.' },
  ],
  retired: false,
  definedIn: 1,
};

const actor: Code = {
  id: ACTOR,
  name: 'Actor',
  colour: 'green',
  lineStyle: 'dotted',
  key: 'a',
  definition:
    'The longest noun phrase that names someone, or some institution, able to take a position, make a demand or be addressed by one.',
  include:
    'Name with title; a capital used for its government; a description that refers to one identifiable actor or a fixed set.',
  exclude:
    'Leading article, final ’s, apposition, attributive use (“U.S.-North Korean relations”), places as places.',
  examples: [
    { quote: 'Washington', note: 'Metonym of the United States.' },
    { quote: 'Vice Marshal Jo Myong Rok', note: 'Title and name.' },
  ],
  attributes: [
    actors('entity', 'Entity', 'One or more entries of the register of actors.', true),
    one('form', 'Form', 'How the text names it.', true, [
      ['name', 'Name'],
      ['metonym', 'Metonym'],
      ['title-and-name', 'Title and name'],
      ['description', 'Description'],
      ['pronoun', 'Pronoun'],
    ]),
  ],
  parts: [],
  retired: false,
  definedIn: 1,
};

function link(
  id: string,
  name: string,
  definition: string,
  from: CodeId,
  to: CodeId,
): RelationKind {
  return { id, name, definition, from: [from], to: [to] };
}

/** A link to a mention that says the same as the attribute of the same id. */
function says(id: string, name: string, definition: string, from: CodeId): RelationKind {
  return { ...link(id, name, definition, from, ACTOR), attribute: id };
}

function actors(
  id: string,
  name: string,
  definition: string,
  required: boolean,
): AttributeDefinition {
  return { id, name, definition, required, type: 'actors' };
}

function list(id: string, name: string, definition: string, of: string): AttributeDefinition {
  return { id, name, definition, required: true, type: 'list', list: of };
}

function one(
  id: string,
  name: string,
  definition: string,
  required: boolean,
  choices: readonly (readonly [value: string, label: string])[],
): AttributeDefinition {
  const toChoice = ([value, label]: readonly [string, string]): AttributeChoice => ({
    value,
    label,
  });
  return { id, name, definition, required, type: 'one', choices: choices.map(toChoice) };
}
