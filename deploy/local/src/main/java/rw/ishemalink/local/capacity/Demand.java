package rw.ishemalink.local.capacity;

/**
 * What a cell has to do when it is busiest, and all day.
 *
 * @param bookingsPerSecond at the peak
 * @param questionsPerSecond at the peak
 * @param fixesPerSecond at the peak
 * @param bookingsPerDay in all
 * @param fixesPerDay in all
 */
public record Demand(
        double bookingsPerSecond,
        double questionsPerSecond,
        double fixesPerSecond,
        double bookingsPerDay,
        double fixesPerDay) {

    private static final double SECONDS_PER_HOUR = 3_600;

    /** Of so many bookings a day. */
    public static Demand of(double bookingsPerDay, Habits habits) {
        double bookings = bookingsPerDay * habits.busiestHour() / SECONDS_PER_HOUR * habits.burst();
        double vehicles = bookingsPerDay / habits.tripsPerVehicle();
        return new Demand(
                bookings,
                bookings * habits.questionsPerBooking(),
                vehicles * habits.dutyAtPeak() / habits.secondsPerFix(),
                bookingsPerDay,
                vehicles * habits.hoursOnDuty() * SECONDS_PER_HOUR / habits.secondsPerFix());
    }
}
