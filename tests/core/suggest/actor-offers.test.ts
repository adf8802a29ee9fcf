import { describe, expect, it } from 'vitest';
import { offersFor } from '../../../src/core/suggest/actor-offers';
import { codeId, createAnnotation, createDesk } from '../codecs/json/fixture';
import { createActor } from '../project/actor-fixture';

const actors = [
  createActor('il', 'Kim Jong Il', { aliases: ['Mr. Kim', 'the North’s leader'] }),
  createActor('dae', 'Kim Dae Jung', { aliases: ['Mr. Kim'] }),
  createActor('us', 'United States', { aliases: ['Washington', 'U.S.'] }),
  createActor('korea', 'Korea'),
  createActor('north', 'North Korea', { aliases: ['朝鮮'] }),
  createActor('gone', 'Washington', { mergedInto: 'us' as never }),
];
const mention = createAnnotation('m', '[Mr. Kim] and North Korea.', {
  codeId: codeId('actor'),
  attributes: { entity: ['dae'] },
});
const { project } = createDesk({ one: 'Mr. Kim and North Korea.' }, [mention], { actors });

function offered(quote: string): readonly string[] {
  return offersFor(project, quote).map(({ actor }) => actor.id);
}

describe('offersFor', () => {
  it('[AO1] offers everybody of an ambiguous name, the one mentioned more first', () => {
    expect(offered('Mr. Kim')).toEqual(['dae', 'il']);
  });

  it('[AO2] has the whole quote before a part of it, and more words before fewer', () => {
    expect(offered('North Korea')).toEqual(['north', 'korea']);
    expect(offered('Mr. Kim of North Korea')).toEqual(['north', 'dae', 'il', 'korea']);
    expect(offersFor(project, 'north korea')[0]).toMatchObject({ isWhole: true, isLabel: true });
  });

  it('[AO3] takes whole words only, whatever their case, marks and punctuation', () => {
    expect(offered('North Korean')).toEqual([]);
    expect(offered('the U.S. government')).toEqual(['us']);
    expect(offered('WASHINGTON’s')).toEqual(['us']);
    expect(offered('the North’s leader')).toEqual(['il']);
    expect(offered('在朝鮮')).toEqual(['north']);
  });

  it('[AO4] offers nothing for nothing', () => {
    expect(offered('')).toEqual([]);
    expect(offered(' … ')).toEqual([]);
  });
});
