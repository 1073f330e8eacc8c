package rw.ishemalink.local.capacity;

/**
 * What people do and what operators want: assumed, not measured. A country's own figures take their place as soon as there
 * are any.
 *
 * @param busiestHour part of a day's bookings that come in its busiest hour
 * @param burst how much more than that hour's mean its busiest minutes have
 * @param questionsPerBooking searches, lists, maps and status pages for each booking
 * @param tripsPerVehicle a day
 * @param hoursOnDuty of a vehicle, a day
 * @param secondsPerFix between two positions of a vehicle on duty
 * @param dutyAtPeak part of a day's vehicles that are on duty in the busiest hour
 * @param busy part of a machine's cores that may be busy at the peak: the rest is for the loss of a machine and for worse days
 */
public record Habits(
        double busiestHour,
        double burst,
        double questionsPerBooking,
        double tripsPerVehicle,
        double hoursOnDuty,
        double secondsPerFix,
        double dutyAtPeak,
        double busy) {

    /** What the table of docs/scaling.md rests on. */
    public static Habits assumed() {
        return new Habits(0.12, 2, 20, 10, 8, 10, 0.6, 0.5);
    }
}
