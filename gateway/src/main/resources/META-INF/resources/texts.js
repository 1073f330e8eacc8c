/** The console's words in the three languages. */
export const texts = {
  en: {
    login: 'Log in', phone: 'Phone number', sendCode: 'Send the code', code: 'Code from the SMS', enter: 'Enter',
    logout: 'Log out', api: 'API', routes: 'Busiest routes', leaderboard: 'Drivers', up: 'all parts up', down: 'a part is down',
    trips: 'deliveries',
    DRAFT: 'Draft', CONFIRMED: 'Awaiting payment', PAID: 'Paid', ASSIGNED: 'Driver assigned', IN_TRANSIT: 'On the way',
    AT_BORDER: 'At the border', DELIVERED: 'Delivered', FAILED: 'Failed', CANCELLED: 'Cancelled',
  },
  rw: {
    login: 'Injira', phone: 'Nimero ya telefoni', sendCode: 'Ohereza kode', code: 'Kode yo muri SMS', enter: 'Injira',
    logout: 'Sohoka', api: 'API', routes: 'Inzira zikoreshwa cyane', leaderboard: 'Abashoferi', up: 'byose birakora', down: 'hari ikidakora',
    trips: 'ibyagejejwe',
    DRAFT: 'Umushinga', CONFIRMED: 'Bitegereje kwishyurwa', PAID: 'Byishyuwe', ASSIGNED: 'Umushoferi yabonetse', IN_TRANSIT: 'Biri mu nzira',
    AT_BORDER: 'Ku mupaka', DELIVERED: 'Byagejejwe', FAILED: 'Byanze', CANCELLED: 'Byahagaritswe',
  },
  fr: {
    login: 'Se connecter', phone: 'Numéro de téléphone', sendCode: 'Envoyer le code', code: 'Code reçu par SMS', enter: 'Entrer',
    logout: 'Se déconnecter', api: 'API', routes: 'Trajets les plus fréquentés', leaderboard: 'Chauffeurs', up: 'tout fonctionne', down: 'une partie est en panne',
    trips: 'livraisons',
    DRAFT: 'Brouillon', CONFIRMED: 'En attente de paiement', PAID: 'Payé', ASSIGNED: 'Chauffeur attribué', IN_TRANSIT: 'En route',
    AT_BORDER: 'À la frontière', DELIVERED: 'Livré', FAILED: 'Échoué', CANCELLED: 'Annulé',
  },
};
