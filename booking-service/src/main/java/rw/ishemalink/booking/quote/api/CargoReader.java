package rw.ishemalink.booking.quote.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import rw.ishemalink.booking.quote.Commodity;
import rw.ishemalink.booking.quote.Gazetteer;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Parcel;

/** Reads the goods of a request, or says what to mend. */
record CargoReader(Gazetteer gazetteer) {

    /** More than any lorry carries. */
    private static final long HEAVIEST_KG = 60_000;

    Cargo read(QuoteRequest request) {
        List<ParcelRequest> wanted = wanted(request);
        List<Parcel> parcels = new ArrayList<>(wanted.size());
        for (ParcelRequest one : wanted) {
            parcels.add(parcel(one));
        }
        Cargo cargo = Cargo.of(parcels);
        if (cargo.weightKg() > HEAVIEST_KG) {
            throw badRequest("too-heavy", Long.toString(cargo.weightKg()), Long.toString(HEAVIEST_KG));
        }
        return cargo;
    }

    private static List<ParcelRequest> wanted(QuoteRequest request) {
        if (request.parcels() != null) {
            if (request.commodity() != null || request.weightKg() != null || request.packages() != null) {
                throw badRequest("cargo-twice");
            }
            return request.parcels();
        }
        if (request.commodity() == null || request.weightKg() == null) {
            throw badRequest("cargo-needed");
        }
        return List.of(new ParcelRequest(request.commodity(), request.weightKg(), request.packages()));
    }

    private Parcel parcel(ParcelRequest request) {
        Commodity commodity = gazetteer
                .findCommodity(request.commodity())
                .orElseThrow(() -> badRequest("unknown-commodity", request.commodity(), commodities()));
        return new Parcel(
                commodity.code(),
                commodity.hsCode(),
                commodity.perishable(),
                request.weightKg(),
                request.packages() == null ? 1 : request.packages());
    }

    private String commodities() {
        return gazetteer.commodities().stream().map(Commodity::code).collect(Collectors.joining(", "));
    }
}
