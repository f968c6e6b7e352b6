'use client';
import { useEffect, useState } from 'react';

import { callSdk } from '../sdk/reply.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import { useSdk } from './useSdk.js';

/** A skill group, as the SDK names it. Its id is a text here, and a number in the cloud API. */
export interface TCCCSkillGroup {
  readonly skillGroupId: string;
  readonly skillGroupName: string;
}

/**
 * The skill groups, where the SDK has `Admin.getSkillGroups`, which only its oldest API documents. Ask your
 * backend where it has not.
 *
 * @returns `null` while they are not known, and where the SDK cannot tell.
 * @throws `provider-missing` outside `<TCCCProvider>`.
 * @example
 * const groups = useSkillGroups();
 * return groups?.map(({ skillGroupId, skillGroupName }) => <option key={skillGroupId}>{skillGroupName}</option>);
 */
export function useSkillGroups(): readonly TCCCSkillGroup[] | null {
  const sdk = useSdk('useSkillGroups');
  const [known, setKnown] = useState<{ sdk: TCCCSdk; groups: readonly TCCCSkillGroup[] | null }>();

  // Ask once for each SDK.
  useEffect(() => {
    let wanted = true;
    if (!sdk?.Admin?.getSkillGroups) return undefined;
    callSdk(() => sdk.Admin?.getSkillGroups?.()).then(
      (groups) => {
        if (wanted) setKnown({ sdk, groups: Array.isArray(groups) ? (groups as TCCCSkillGroup[]) : null });
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [sdk]);

  return known && known.sdk === sdk ? known.groups : null;
}
