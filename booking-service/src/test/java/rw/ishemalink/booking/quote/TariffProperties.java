package rw.ishemalink.booking.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Parcel;
import rw.ishemalink.booking.terms.TaxClass;

/** What holds for every price. */
class TariffProperties {

    private static final long FARTHEST_METRES = 3_000_000;
    private static final long HEAVIEST_KG = 60_000;

    private static final CargoTariff CARGO = Tariffs.cargo("2026-01-01");
    private static final MotoTariff MOTO = Tariffs.moto("2022-08-01");

    @Property
    void cargo_never_costs_less_than_the_minimum(
            @ForAll @LongRange(max = FARTHEST_METRES) long metres,
            @ForAll @LongRange(min = 1, max = HEAVIEST_KG) long kg,
            @ForAll boolean international,
            @ForAll boolean perishable) {
        assertThat(CARGO.fare(metres, goods(kg, perishable), international).totalRwf())
                .isGreaterThanOrEqualTo(CARGO.minimumRwf());
    }

    @Property
    void cargo_never_gets_cheaper_with_weight_or_distance(
            @ForAll @LongRange(max = FARTHEST_METRES) long metres,
            @ForAll @LongRange(min = 1, max = HEAVIEST_KG) long kg,
            @ForAll @LongRange(max = 10_000) long moreMetres,
            @ForAll @LongRange(max = 1_000) long moreKg,
            @ForAll boolean international,
            @ForAll boolean perishable) {
        Fare fare = CARGO.fare(metres, goods(kg, perishable), international);
        Fare more = CARGO.fare(metres + moreMetres, goods(kg + moreKg, perishable), international);
        assertThat(more.totalRwf()).isGreaterThanOrEqualTo(fare.totalRwf());
    }

    /** Worked out a second way, in decimals: (1 + 15 % + 10 %) of the base, rounded half-up once. */
    @Property
    void levies_are_added_to_the_base_and_never_compounded(
            @ForAll @LongRange(max = FARTHEST_METRES) long metres,
            @ForAll @LongRange(min = 1, max = HEAVIEST_KG) long kg,
            @ForAll boolean international,
            @ForAll boolean perishable) {
        BigDecimal base = BigDecimal.valueOf(CARGO.rwfPerTonneKm())
                .multiply(BigDecimal.valueOf(Math.max(metres, CARGO.minimumMetres()), 3))
                .multiply(BigDecimal.valueOf(kg, 3))
                .max(BigDecimal.valueOf(CARGO.minimumRwf()));
        int percent = 100 + (international ? 15 : 0) + (perishable ? 10 : 0);
        BigDecimal total = base.multiply(BigDecimal.valueOf(percent, 2)).setScale(0, RoundingMode.HALF_UP);
        Fare fare = CARGO.fare(metres, goods(kg, perishable), international);
        assertThat(fare.totalRwf()).isEqualTo(total.longValueExact());
        assertThat(fare.lines()).allSatisfy(line -> assertThat(line.amountRwf()).isNotNegative());
    }

    @Property
    void a_moto_ride_never_costs_less_than_the_start_and_never_gets_cheaper_with_distance(
            @ForAll @LongRange(max = 400_000) long metres, @ForAll @LongRange(max = 5_000) long moreMetres) {
        long fare = MOTO.fare(metres).totalRwf();
        assertThat(fare).isGreaterThanOrEqualTo(400);
        assertThat(MOTO.fare(metres + moreMetres).totalRwf()).isGreaterThanOrEqualTo(fare);
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
        TariffBook book = new TariffBook(java.util.List.of(second, first), java.util.List.of());
        LocalDate day = first.effectiveFrom().plusDays(daysAfterFirst);
        assertThat(book.getCargoOn(day)).isEqualTo(day.isBefore(second.effectiveFrom()) ? first : second);
    }

    private static Cargo goods(long kg, boolean perishable) {
        return Cargo.of(new Parcel("goods", "0000.00", perishable, kg, 1));
    }
}
