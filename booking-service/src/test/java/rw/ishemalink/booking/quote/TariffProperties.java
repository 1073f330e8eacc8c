package rw.ishemalink.booking.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Parcel;
import rw.ishemalink.booking.terms.TaxClass;

/** What holds for every price by every tariff that could be published. */
class TariffProperties {

    /** Three times around Rwanda and its neighbours, on the windiest road that a tariff may assume. */
    private static final long FARTHEST_METRES = 9_000_000;

    private static final long HEAVIEST_KG = 60_000;

    @Provide
    Arbitrary<CargoTariff> cargoTariffs() {
        return Tariffs.anyCargo();
    }

    @Provide
    Arbitrary<MotoTariff> motoTariffs() {
        return Tariffs.anyMoto();
    }

    @Property
    void cargo_never_costs_less_than_the_minimum_nor_less_than_nothing(
            @ForAll("cargoTariffs") CargoTariff tariff,
            @ForAll @LongRange(max = FARTHEST_METRES) long metres,
            @ForAll @LongRange(min = 1, max = HEAVIEST_KG) long kg,
            @ForAll boolean international,
            @ForAll boolean perishable) {
        Fare fare = tariff.fare(metres, goods(kg, perishable), international);
        assertThat(fare.totalRwf()).isNotNegative().isGreaterThanOrEqualTo(tariff.minimumRwf());
        assertThat(fare.lines()).allSatisfy(line -> assertThat(line.amountRwf()).isNotNegative());
    }

    @Property
    void cargo_never_gets_cheaper_with_weight_or_distance(
            @ForAll("cargoTariffs") CargoTariff tariff,
            @ForAll @LongRange(max = FARTHEST_METRES) long metres,
            @ForAll @LongRange(min = 1, max = HEAVIEST_KG) long kg,
            @ForAll @LongRange(max = 10_000) long moreMetres,
            @ForAll @LongRange(max = 1_000) long moreKg,
            @ForAll boolean international,
            @ForAll boolean perishable) {
        Fare fare = tariff.fare(metres, goods(kg, perishable), international);
        Fare more = tariff.fare(metres + moreMetres, goods(kg + moreKg, perishable), international);
        assertThat(more.totalRwf()).isGreaterThanOrEqualTo(fare.totalRwf());
    }

    /** Worked out a second way, in decimals: the percentages are summed first, the total is rounded half-up once. */
    @Property
    void levies_are_added_to_the_base_and_never_compounded(
            @ForAll("cargoTariffs") CargoTariff tariff,
            @ForAll @LongRange(max = FARTHEST_METRES) long metres,
            @ForAll @LongRange(min = 1, max = HEAVIEST_KG) long kg,
            @ForAll boolean international,
            @ForAll boolean perishable) {
        BigDecimal base = BigDecimal.valueOf(tariff.rwfPerTonneKm())
                .multiply(BigDecimal.valueOf(Math.max(metres, tariff.minimumMetres()), 3))
                .multiply(BigDecimal.valueOf(kg, 3))
                .max(BigDecimal.valueOf(tariff.minimumRwf()));
        int percent = 100
                + (international ? tariff.internationalPercent() : 0)
                + (perishable ? tariff.perishablePercent() : 0);
        BigDecimal total = base.multiply(BigDecimal.valueOf(percent, 2)).setScale(0, RoundingMode.HALF_UP);
        Fare fare = tariff.fare(metres, goods(kg, perishable), international);
        assertThat(fare.totalRwf()).isEqualTo(total.longValueExact());
    }

    /** Of a base in whole hundreds nothing is rounded: 15 % and 10 % are 25 %, to the franc. */
    @Property
    void a_perishable_export_pays_exactly_25_percent_together(@ForAll @LongRange(min = 1, max = 600) long hundredKg) {
        CargoTariff tariff = Tariffs.cargo("2026-01-01");
        long kg = hundredKg * 100;
        long base = tariff.fare(1_000_000, goods(kg, false), false).totalRwf();
        long both = tariff.fare(1_000_000, goods(kg, true), true).totalRwf();
        assertThat(both * 100).isEqualTo(base * 125);
    }

    @Property
    void a_longer_way_across_the_map_is_a_longer_way_by_road(
            @ForAll @DoubleRange(min = -2.84, max = -1.05) double latitude,
            @ForAll @DoubleRange(min = 0, max = 2) double degreesEast,
            @ForAll @DoubleRange(min = 0, max = 2) double degreesMore,
            @ForAll @IntRange(min = 100, max = 300) int roadPercent) {
        GeoPoint from = new GeoPoint(latitude, 28.862);
        GeoPoint near = new GeoPoint(latitude, 28.862 + degreesEast);
        GeoPoint far = new GeoPoint(latitude, 28.862 + degreesEast + degreesMore);
        RoadFactor road = new RoadFactor(roadPercent);
        assertThat(road.roadMetres(from, far)).isGreaterThanOrEqualTo(road.roadMetres(from, near));
    }

    @Property
    void a_moto_ride_never_costs_less_than_the_start_and_never_gets_cheaper_with_distance(
            @ForAll("motoTariffs") MotoTariff tariff,
            @ForAll @LongRange(max = 900_000) long metres,
            @ForAll @LongRange(max = 5_000) long moreMetres) {
        long fare = tariff.fare(metres).totalRwf();
        assertThat(fare).isNotNegative().isGreaterThanOrEqualTo(tariff.startRwf());
        assertThat(tariff.fare(metres + moreMetres).totalRwf()).isGreaterThanOrEqualTo(fare);
    }

    /** A metre more costs what the dearest metre of the tariff costs, or less; the rounding moves it by up to a franc. */
    @Property
    void a_moto_fare_makes_no_jump(
            @ForAll("motoTariffs") MotoTariff tariff, @ForAll @LongRange(max = 900_000) long metres) {
        long step = tariff.fare(metres + 1).totalRwf() - tariff.fare(metres).totalRwf();
        assertThat(step * 1_000).isBetween(0L, tariff.farRwfPerKm() + 1_000);
    }

    @Property
    void a_moto_fare_makes_no_jump_where_the_rate_changes(@ForAll("motoTariffs") MotoTariff tariff) {
        for (long metres : List.of(tariff.startMetres(), tariff.farMetres())) {
            long step = tariff.fare(metres + 1).totalRwf()
                    - tariff.fare(Math.max(0, metres - 1)).totalRwf();
            assertThat(step * 1_000).isBetween(0L, 2 * tariff.farRwfPerKm() + 1_000);
        }
    }

    @Property
    void the_vat_is_inside_the_total(
            @ForAll("cargoTariffs") CargoTariff tariff,
            @ForAll @LongRange(max = FARTHEST_METRES) long metres,
            @ForAll @LongRange(min = 1, max = HEAVIEST_KG) long kg,
            @ForAll TaxClass taxClass) {
        long total = tariff.fare(metres, goods(kg, true), true).totalRwf();
        assertThat(taxClass.vatInside(total)).isBetween(0L, total);
    }

    @Property
    void vat_is_18_of_118_parts_of_the_total_rounded_half_up(@ForAll @LongRange(max = 1_000_000_000_000L) long total) {
        BigDecimal vat = BigDecimal.valueOf(total * 18).divide(BigDecimal.valueOf(118), 0, RoundingMode.HALF_UP);
        assertThat(TaxClass.B.vatInside(total)).isEqualTo(vat.longValueExact());
    }

    @Property
    void no_other_tax_class_has_vat(@ForAll TaxClass taxClass, @ForAll @LongRange(max = 1_000_000_000L) long total) {
        assertThat(taxClass == TaxClass.B || taxClass.vatInside(total) == 0).isTrue();
    }

    @Property
    void the_tariff_of_a_day_is_the_newest_that_has_begun(@ForAll @IntRange(max = 3_000) int daysAfterFirst) {
        CargoTariff first = Tariffs.cargo("2026-01-01");
        CargoTariff second = Tariffs.cargo("2028-07-01");
        LocalDate day = first.effectiveFrom().plusDays(daysAfterFirst);
        CargoTariff inForce = day.isBefore(second.effectiveFrom()) ? first : second;
        assertThat(new TariffBook(List.of(second, first), List.of()).getCargoOn(day))
                .isEqualTo(inForce);
        assertThat(new TariffBook(List.of(first, second), List.of()).getCargoOn(day))
                .isEqualTo(inForce);
    }

    private static Cargo goods(long kg, boolean perishable) {
        return Cargo.of(new Parcel("goods", "0000.00", perishable, kg, 1));
    }
}
