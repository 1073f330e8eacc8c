package rw.ishemalink.booking.quote.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.quote.BorderPost;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.quote.Journey;
import rw.ishemalink.booking.quote.Neighbour;

/** Reads a request as a journey that can be priced, or says what to mend. */
public final class JourneyReader {

    private final Gazetteer gazetteer;
    private final PlaceReader places;
    private final CargoReader goods;

    /** Of places and goods that have a name. */
    public JourneyReader(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.places = new PlaceReader(gazetteer);
        this.goods = new CargoReader(gazetteer);
    }

    /**
     * The journey that the request describes.
     *
     * @param request its fields are in range, as the annotations of {@link QuoteRequest} say
     * @throws rw.ishemalink.kit.problem.ProblemException 400, with what to mend
     */
    public Journey read(QuoteRequest request) {
        Journey journey =
                switch (request.kind()) {
                    case CARGO_DOMESTIC -> domestic(request);
                    case CARGO_INTERNATIONAL -> export(request);
                    case RIDE -> ride(request);
                };
        if (SamePlace.isBothEndsOf(journey)) {
            throw badRequest("same-place");
        }
        return journey;
    }

    private Journey domestic(QuoteRequest request) {
        return new Journey.Domestic(
                places.district(request.origin()), places.district(request.destination()), goods.read(request));
    }

    private Journey export(QuoteRequest request) {
        Neighbour neighbour = places.neighbour(request.destination());
        return new Journey.Export(
                places.district(request.origin()),
                places.abroad(request.destination(), neighbour),
                borderPost(request.borderPost(), neighbour).name(),
                goods.read(request));
    }

    private Journey ride(QuoteRequest request) {
        return new Journey.Ride(places.point(request.origin()), places.point(request.destination()));
    }

    private BorderPost borderPost(@Nullable String name, Neighbour neighbour) {
        String wanted = name == null ? "-" : name;
        return neighbour.findBorderPost(wanted).orElseThrow(() -> {
            String posts =
                    neighbour.borderPosts().stream().map(BorderPost::name).collect(Collectors.joining(", "));
            return gazetteer.isBorderPost(wanted)
                    ? badRequest("border-post-elsewhere", wanted, neighbour.country(), posts)
                    : badRequest("unknown-border-post", wanted, posts);
        });
    }
}
