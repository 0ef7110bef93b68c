// Who is asking: a random name this browser makes up once. It tells conversations apart and says nothing about the reader.

const key = 'survbot-user';

/** A random UUID, also where the page is not served securely and crypto.randomUUID is missing. */
export function newId() {
  if (crypto.randomUUID)
    return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The browser's own id; without storage it lasts as long as the page. */
export function userId() {
  try {
    const known = localStorage.getItem(key);
    if (known)
      return known;
    const made = newId();
    localStorage.setItem(key, made);
    return made;
  } catch {
    return newId();
  }
}
