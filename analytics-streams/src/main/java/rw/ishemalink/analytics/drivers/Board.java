package rw.ishemalink.analytics.drivers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Period;

/**
 * Whom a ranking is among.
 *
 * @param tenant whose deliveries count; {@link #ALL_TENANTS} for everybody's
 * @param begin when the period began, {@link Period#begin}
 * @param origin the district or country where deliveries began, e.g. RW-25; "" for anywhere
 * @param operator for whom they were driven; "" for anybody
 */
public record Board(String tenant, Period period, int begin, String origin, String operator) {

    /** The tenant of a board that is everybody's. */
    public static final String ALL_TENANTS = "*";

    private static final String ANY = "";

    /** The tenant's board of all its drivers. */
    public static Board of(String tenant, Period period, int begin) {
        return new Board(tenant, period, begin, ANY, ANY);
    }

    /** Of these drivers only what they brought from there. */
    public Board from(String district) {
        return new Board(tenant, period, begin, district, operator);
    }

    /** Of these drivers only what they drove for that operator. */
    public Board drivenFor(String operatorId) {
        return new Board(tenant, period, begin, origin, operatorId);
    }

    /** The same board of one tenant. */
    Board ofTenant(String one) {
        return new Board(one, period, begin, origin, operator);
    }

    /** Whether what is in the cell counts on this board. */
    boolean has(Cell cell) {
        return cell.period() == period
                && cell.begin() == begin
                && (isOfAllTenants() || tenant.equals(cell.tenant()))
                && (origin.equals(ANY) || origin.equals(cell.get(Dimension.ORIGIN)))
                && (operator.equals(ANY) || operator.equals(cell.get(Dimension.OPERATOR)));
    }

    /** Whether everybody's deliveries count. */
    public boolean isOfAllTenants() {
        return tenant.equals(ALL_TENANTS);
    }

    /** Whether it is narrowed by both, district and operator; of these no index is kept. */
    boolean isNarrowedTwice() {
        return !origin.equals(ANY) && !operator.equals(ANY);
    }

    /** The boards with an index on which what is in the cell counts. */
    static List<Board> indexed(Cell cell) {
        Board all = of(cell.tenant(), cell.period(), cell.begin());
        return Stream.of(
                        Optional.of(all),
                        narrowedBy(cell.get(Dimension.ORIGIN)).map(all::from),
                        narrowedBy(cell.get(Dimension.OPERATOR)).map(all::drivenFor))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> narrowedBy(String value) {
        return value.equals(ANY) ? Optional.empty() : Optional.of(value);
    }
}
