package rw.ishemalink.identity.fleet;

/** What can happen to a driver's standing. */
sealed interface DriverFact {

    /** Papers were handed in that nobody has checked. */
    record NewPapers() implements DriverFact {}

    /** Staff said so. */
    record Ordered(StatusOrder order) implements DriverFact {}

    /** The papers in force were checked. */
    record Checked(PapersCheck.Outcome outcome) implements DriverFact {}
}
