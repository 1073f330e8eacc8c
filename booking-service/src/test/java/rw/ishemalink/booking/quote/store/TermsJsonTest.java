package rw.ishemalink.booking.quote.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.terms.BookingKind;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Parcel;
import rw.ishemalink.booking.terms.Place;
import rw.ishemalink.booking.terms.Price;
import rw.ishemalink.booking.terms.TaxClass;
import rw.ishemalink.booking.terms.Terms;

class TermsJsonTest {

    private static final Parcel MILK = new Parcel("fresh-milk", "0401.20", true, 300, 15);
    private static final Parcel TEA = new Parcel("tea", "0902.30", false, 900, 30);

    @Test
    void terms_are_read_as_they_were_written() {
        Place place = new Place("25", "RW", null, null, "Nyamagabe");
        Price price = new Price(1_180, 180, TaxClass.B, "CARGO-2026-1");
        Terms terms =
                new Terms(BookingKind.CARGO_DOMESTIC, place, place, null, Cargo.of(List.of(MILK, TEA)), 15_000, price);
        assertThat(TermsJson.read(TermsJson.write(terms))).isEqualTo(terms);
    }

    @Test
    void goods_that_were_agreed_on_before_there_were_parcels_are_one_parcel() {
        Terms terms = TermsJson.read("""
                {"kind": "CARGO_DOMESTIC", "distanceMetres": 15000,
                 "origin": {"district": "25", "country": "RW", "label": "Nyamagabe"},
                 "destination": {"district": "11", "country": "RW", "label": "Kigali"},
                 "cargo": {"commodity": "tea", "hsCode": "0902.30", "perishable": false, "weightKg": 900,
                           "packages": 30},
                 "price": {"totalRwf": 1180, "vatRwf": 180, "taxClass": "B", "tariffVersion": "CARGO-2026-1"}}""");
        assertThat(terms.cargo()).isEqualTo(Cargo.of(TEA));
    }

    @Test
    void several_parcels_travel_as_the_heaviest_and_cold_if_any_of_them_must() {
        Cargo cargo = Cargo.of(List.of(MILK, TEA));
        assertThat(cargo).isEqualTo(new Cargo("tea", "0902.30", true, 1_200, 45, List.of(MILK, TEA)));
    }
}
