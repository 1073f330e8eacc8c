package rw.ishemalink.booking.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Parcel;

/** Prices worked out by hand. */
class TariffTest {

    private final CargoTariff cargo = Tariffs.cargo("2026-01-01");
    private final MotoTariff moto = Tariffs.moto("2022-08-01");

    @ParameterizedTest(name = "{0} m cost RWF {1}")
    @CsvSource({
        "0, 400",
        "2000, 400",
        "2001, 400",
        "2005, 401", // 0.585 of a franc: up
        "3000, 517",
        "40000, 4846", // 400 + 38 x 117
        "41000, 5051", // + 205
        "100000, 17146" // + 60 x 205
    })
    void moto_fares_follow_rura_of_august_2022(long metres, long fareRwf) {
        assertThat(moto.fare(metres).totalRwf()).isEqualTo(fareRwf);
    }

    @Test
    void a_perishable_export_pays_25_percent_on_the_base() {
        Fare fare = cargo.fare(100_000, Cargo.of(new Parcel("avocado", "0804.40", true, 1_000, 10)), true);
        assertThat(fare.lines())
                .containsExactly(
                        new FareLine("base", 15_000),
                        new FareLine("international", 2_250),
                        new FareLine("perishable", 1_500));
        assertThat(fare.totalRwf()).isEqualTo(18_750);
    }

    @Test
    void lines_add_up_to_a_total_that_is_rounded_once() {
        Fare fare = cargo.fare(33_333, Cargo.of(new Parcel("avocado", "0804.40", true, 777, 1)), true);
        assertThat(fare.totalRwf()).isEqualTo(4_856); // 3884.96115 x 1.25 = 4856.2014…
        assertThat(fare.lines().stream().mapToLong(FareLine::amountRwf).sum()).isEqualTo(4_856);
    }

    @Test
    void a_sack_within_one_district_pays_the_minimum() {
        Fare fare = cargo.fare(0, Cargo.of(new Parcel("beans", "0713.33", false, 50, 1)), false);
        assertThat(fare.totalRwf()).isEqualTo(2_000);
        assertThat(fare.distanceMetres()).isEqualTo(15_000);
    }

    @Test
    void distances_are_those_of_the_great_circle() {
        GeoPoint kigali = new GeoPoint(-1.9441, 30.0619);
        GeoPoint kampala = new GeoPoint(0.3163, 32.5822);
        assertThat(kigali.metresTo(kampala)).isCloseTo(376_500, Offset.offset(2_000.0));
        assertThat(kigali.metresTo(kigali)).isZero();
    }

    @Test
    void a_day_before_the_first_tariff_has_no_price() {
        TariffBook book = new TariffBook(List.of(cargo), List.of(moto));
        assertThatThrownBy(() -> book.getCargoOn(LocalDate.parse("2025-12-31")))
                .isInstanceOf(IllegalStateException.class);
    }
}
