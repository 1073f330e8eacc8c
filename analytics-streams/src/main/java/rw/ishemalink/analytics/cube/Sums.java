package rw.ishemalink.analytics.cube;

/**
 * What bookings add up to in one cell. Money in whole francs.
 *
 * @param bookings that were paid
 * @param gross what was paid for them
 * @param vat the VAT inside it
 * @param commission what the platform keeps of it
 * @param delivered bookings that were
 * @param weightKg what was delivered
 * @param promised delivered ones for which a time had been said
 * @param onTime those of them that came by then
 * @param rated bookings that have stars
 * @param stars all of these together
 * @param cancelled bookings that were cancelled or failed
 * @param transitSeconds from pick-up to delivery, all together
 * @param transit each of them
 */
public record Sums(
        long bookings,
        long gross,
        long vat,
        long commission,
        long delivered,
        long weightKg,
        long promised,
        long onTime,
        long rated,
        long stars,
        long cancelled,
        long transitSeconds,
        Durations transit) {

    /** Nothing. */
    public static final Sums ZERO = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Durations.NONE);

    /** What is left when the VAT is paid. */
    public long net() {
        return Math.subtractExact(gross, vat);
    }

    /** Both together. */
    public Sums plus(Sums other) {
        return new Sums(
                Math.addExact(bookings, other.bookings),
                Math.addExact(gross, other.gross),
                Math.addExact(vat, other.vat),
                Math.addExact(commission, other.commission),
                Math.addExact(delivered, other.delivered),
                Math.addExact(weightKg, other.weightKg),
                Math.addExact(promised, other.promised),
                Math.addExact(onTime, other.onTime),
                Math.addExact(rated, other.rated),
                Math.addExact(stars, other.stars),
                Math.addExact(cancelled, other.cancelled),
                Math.addExact(transitSeconds, other.transitSeconds),
                transit.plus(other.transit));
    }

    /** What takes these away when it is added. */
    public Sums negative() {
        return new Sums(
                -bookings,
                -gross,
                -vat,
                -commission,
                -delivered,
                -weightKg,
                -promised,
                -onTime,
                -rated,
                -stars,
                -cancelled,
                -transitSeconds,
                transit.negative());
    }
}
