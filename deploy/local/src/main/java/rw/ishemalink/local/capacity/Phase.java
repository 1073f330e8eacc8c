package rw.ishemalink.local.capacity;

/** How the suite grows (docs/scaling.md); a phase is reckoned for its ceiling. */
public enum Phase {
    DEVELOPMENT("0", 1, 100, 1, 1),
    PILOT("1", 1, 50_000, 2, 3),
    COUNTRY("2", 1, 500_000, 2, 3),
    CITIES("3", 1, 1_000_000, 3, 3),
    REGIONS("4", 4, 5_000_000, 3, 3),
    CONTINENT("5", 20, 5_000_000, 3, 3);

    private final String number;
    private final int cells;
    private final long bookingsPerDay;
    private final int fewestInstances;
    private final int fewestMachines;

    Phase(String number, int cells, long bookingsPerDay, int fewestInstances, int fewestMachines) {
        this.number = number;
        this.cells = cells;
        this.bookingsPerDay = bookingsPerDay;
        this.fewestInstances = fewestInstances;
        this.fewestMachines = fewestMachines;
    }

    public String number() {
        return number;
    }

    public int cells() {
        return cells;
    }

    /** In each cell. */
    public long bookingsPerDay() {
        return bookingsPerDay;
    }

    /** Of each service, so that one may be lost. */
    public int fewestInstances() {
        return fewestInstances;
    }

    /** So that one may be lost. */
    public int fewestMachines() {
        return fewestMachines;
    }
}
