package rw.ishemalink.booking.quote.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import rw.ishemalink.booking.quote.BorderPost;
import rw.ishemalink.booking.quote.Commodity;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.Neighbour;

/** The names that quotes and bookings are made of. */
public record ReferenceView(List<District> districts, List<Country> countries, List<Commodity> commodities) {

    /** A district of Rwanda. */
    public record District(
            @Schema(examples = "25") String code,
            @Schema(examples = "Nyamagabe") String name) {}

    /** Where exports go, and the border posts that lead there. */
    public record Country(
            @Schema(description = "ISO 3166-1 alpha-2", examples = "UG")
            String country,

            @Schema(description = "The town that distances are measured to")
            String town,

            List<String> borderPosts) {

        static Country of(Neighbour neighbour) {
            return new Country(
                    neighbour.country(),
                    neighbour.town(),
                    neighbour.borderPosts().stream().map(BorderPost::name).toList());
        }
    }

    static ReferenceView of(Gazetteer gazetteer) {
        return new ReferenceView(
                gazetteer.districts().stream()
                        .map(district -> new District(district.code(), district.name()))
                        .toList(),
                gazetteer.neighbours().stream().map(Country::of).toList(),
                gazetteer.commodities());
    }
}
