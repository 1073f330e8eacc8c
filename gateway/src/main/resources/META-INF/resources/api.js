/** Calls through the door. The token lives as long as the browser tab. */
const TOKEN = 'ishemalink.token';

export const isLoggedIn = () => sessionStorage.getItem(TOKEN) !== null;
export const logout = () => sessionStorage.removeItem(TOKEN);

/** Answers the JSON; throws an Error with the problem's own words, and its status. */
async function call(method, path, body) {
  const headers = { 'Accept-Language': document.documentElement.lang };
  if (isLoggedIn()) headers.Authorization = `Bearer ${sessionStorage.getItem(TOKEN)}`;
  if (body) headers['Content-Type'] = 'application/json';
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw Object.assign(new Error(json.detail ?? answer.statusText), { status: answer.status });
  }
  return json;
}

export const sendCode = (phone, language) => call('POST', '/api/auth/codes', { phone, language });

export async function login(phone, code) {
  const { accessToken } = await call('POST', '/api/auth/tokens', { phone, code });
  sessionStorage.setItem(TOKEN, accessToken);
}

export const bookings = () => call('GET', '/api/bookings?limit=100');
export const history = (bookingId) => call('GET', `/api/bookings/${bookingId}/history`);
export const routes = () => call('GET', '/api/analytics/routes/top?limit=5');
export const leaderboard = () => call('GET', '/api/analytics/drivers/leaderboard?limit=5');

export async function isSuiteUp() {
  const answer = await fetch('/api/health/deep');
  return answer.ok;
}
