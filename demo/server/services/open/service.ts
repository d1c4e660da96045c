import type { Language } from '../../../../src/domain/types.js';
import type { Tx } from '../../db/database.js';
import { notFound } from '../../refusal.js';
import { findService, type ServiceContext } from '../context.js';

/** Languages by what those who speak them call them. */
const ownNames: Readonly<Record<Language, string>> = { ko: '한국어', ja: '日本語', en: 'English' };

export interface OpenService {
  serviceId: string;
  name: string;
  profile: { fileUrl: string } | null;
  language: string;
  languages: { code: string; name: string; orderNo: number }[];
  multiLanguage: boolean;
}

/** What anybody may know of a service. */
export async function readOpenService(tx: Tx, context: ServiceContext): Promise<OpenService> {
  const service = await findService(tx, context.service.serviceId);
  if (!service) throw notFound();
  const { serviceId, name, language, languages, profileUrl } = service;
  return {
    serviceId,
    name,
    profile: profileUrl === null ? null : { fileUrl: profileUrl },
    language,
    languages: languages.map((code, orderNo) => ({ code, name: ownNames[code], orderNo })),
    multiLanguage: languages.length > 1,
  };
}
