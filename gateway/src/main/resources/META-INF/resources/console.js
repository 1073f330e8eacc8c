import * as api from './api.js';
import { nameOf } from './places.js';
import { texts } from './texts.js';

const STATUSES = ['DRAFT', 'CONFIRMED', 'PAID', 'ASSIGNED', 'IN_TRANSIT', 'AT_BORDER', 'DELIVERED', 'FAILED', 'CANCELLED'];
const EVERY_SECOND = 1000;
const EVERY_TEN_SECONDS = 10000;

const $ = (id) => document.getElementById(id);
const say = (key) => texts[document.documentElement.lang][key] ?? key;
const francs = (amount) => `RWF ${Number(amount).toLocaleString('en')}`;
const statusOf = new Map();
let phone = '';
let chosen = null;

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function card(booking) {
  const made = element('button', `booking ${booking.kind}`, '');
  made.type = 'button';
  if (statusOf.has(booking.bookingId) && statusOf.get(booking.bookingId) !== booking.status) made.classList.add('moved');
  statusOf.set(booking.bookingId, booking.status);
  made.append(
    element('b', '', booking.trackingCode),
    element('span', '', `${booking.origin.label} → ${booking.destination.label}`),
    element('small', '', francs(booking.price.total)));
  made.addEventListener('click', () => { chosen = booking; showHistory(); });
  return made;
}

function lane(status, bookings) {
  const made = element('div', `lane ${status}`, '');
  const title = element('h3', '', say(status));
  title.append(element('span', '', String(bookings.length)));
  made.append(title, ...bookings.map(card));
  return made;
}

async function showBookings() {
  const { items: bookings } = await api.bookings();
  $('lanes').replaceChildren(...STATUSES.map((status) => lane(status, bookings.filter((b) => b.status === status))));
  if (chosen) await showHistory();
}

async function showHistory() {
  const transitions = await api.history(chosen.bookingId);
  $('details').hidden = false;
  $('details-title').textContent = chosen.trackingCode;
  $('history').replaceChildren(...transitions.map((t) => {
    const line = element('li', '', t.change);
    line.append(element('small', '', `${new Date(t.at).toLocaleTimeString()} · ${t.role}${t.reason ? ` · ${t.reason}` : ''}`));
    return line;
  }));
}

/** Aggregates are for staff: whoever may not see them does not get the panel. */
async function showList(id, load, entries) {
  try {
    const lines = entries(await load());
    $(id).hidden = lines.length === 0;
    $(id).querySelector('ol').replaceChildren(...lines);
  } catch {
    $(id).hidden = true;
  }
}

function ranked(title, detail) {
  const line = element('li', '', title);
  line.append(element('small', '', detail));
  return line;
}

const showRoutes = () => showList('routes', api.routes, ({ routes }) =>
  routes.map((r) => ranked(`${nameOf(r.origin)} → ${nameOf(r.destination)}`, `${r.deliveries} ${say('trips')} · ${francs(r.revenueFrancs)}`)));

const showLeaderboard = () => showList('leaderboard', api.leaderboard, ({ drivers }) =>
  drivers.map((d) => ranked(d.driverId.slice(-8), `${d.deliveries} ${say('trips')} · ${francs(d.revenueFrancs)}`)));

async function showHealth() {
  const up = await api.isSuiteUp();
  $('health').textContent = say(up ? 'up' : 'down');
  $('health').classList.toggle('down', !up);
}

/** Repeats for ever; a failed turn is the next turn's chance, a lost login ends at the login page. */
function every(millis, wanted, turn) {
  const again = async () => {
    try {
      if (wanted()) await turn();
    } catch (e) {
      if (e.status === 401) { api.logout(); showPage(); }
    }
    setTimeout(again, millis);
  };
  again();
}

function showPage() {
  const inside = api.isLoggedIn();
  $('login').hidden = inside;
  $('board').hidden = !inside;
  $('logout').hidden = !inside;
}

function speak(language) {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-text]').forEach((e) => { e.textContent = say(e.dataset.text); });
}

async function attempt(work) {
  $('login-problem').textContent = '';
  try {
    await work();
  } catch (e) {
    $('login-problem').textContent = e.message;
  }
}

$('phone-form').addEventListener('submit', (event) => {
  event.preventDefault();
  phone = new FormData(event.target).get('phone');
  attempt(async () => {
    await api.sendCode(phone, document.documentElement.lang);
    $('code-form').hidden = false;
    $('code-form').elements.code.focus();
  });
});

$('code-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const code = new FormData(event.target).get('code');
  attempt(async () => { await api.login(phone, code); showPage(); });
});

$('logout').addEventListener('click', () => { api.logout(); chosen = null; statusOf.clear(); showPage(); });
$('language').addEventListener('change', (event) => speak(event.target.value));

speak('en');
showPage();
every(EVERY_SECOND, api.isLoggedIn, showBookings);
every(EVERY_SECOND, api.isLoggedIn, showRoutes);
every(EVERY_SECOND, api.isLoggedIn, showLeaderboard);
every(EVERY_TEN_SECONDS, () => true, showHealth);
