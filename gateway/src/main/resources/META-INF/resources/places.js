/** Districts by the code of the National Institute of Statistics. */
const districts = {
  11: 'Nyarugenge', 12: 'Gasabo', 13: 'Kicukiro', 21: 'Nyanza', 22: 'Gisagara', 23: 'Nyaruguru', 24: 'Huye', 25: 'Nyamagabe',
  26: 'Ruhango', 27: 'Muhanga', 28: 'Kamonyi', 31: 'Karongi', 32: 'Rutsiro', 33: 'Rubavu', 34: 'Nyabihu', 35: 'Ngororero',
  36: 'Rusizi', 37: 'Nyamasheke', 41: 'Rulindo', 42: 'Gakenke', 43: 'Musanze', 44: 'Burera', 45: 'Gicumbi', 51: 'Rwamagana',
  52: 'Nyagatare', 53: 'Gatsibo', 54: 'Kayonza', 55: 'Kirehe', 56: 'Ngoma', 57: 'Bugesera',
};

/** What people call an end of a route: its district, else its country. */
export const nameOf = ({ country, district }) => districts[district] ?? country;
