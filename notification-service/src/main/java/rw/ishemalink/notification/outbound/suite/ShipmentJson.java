package rw.ishemalink.notification.outbound.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import rw.ishemalink.notification.ussd.Commodity;
import rw.ishemalink.notification.ussd.District;
import rw.ishemalink.notification.ussd.Offer;
import rw.ishemalink.notification.ussd.Reference;
import rw.ishemalink.notification.ussd.Shipment;
import rw.ishemalink.notification.ussd.ShipmentStatus;

/** booking-service's answers as the menu knows them; what else they say is passed over. */
final class ShipmentJson {

    private ShipmentJson() {}

    static Offer offer(JsonNode quote) {
        return new Offer(
                UUID.fromString(quote.path("quoteId").asText()),
                quote.path("total").asLong());
    }

    static List<Shipment> shipments(JsonNode page) {
        return list(page.path("items")).map(ShipmentJson::shipment).toList();
    }

    static Shipment shipment(JsonNode booking) {
        JsonNode plate = booking.at("/assignment/vehiclePlate");
        return new Shipment(
                UUID.fromString(booking.path("bookingId").asText()),
                booking.path("trackingCode").asText(),
                booking.at("/origin/label").asText(),
                booking.at("/destination/label").asText(),
                ShipmentStatus.valueOf(booking.path("status").asText()),
                booking.at("/price/total").asLong(),
                plate.isTextual() ? plate.asText() : null,
                null);
    }

    static Reference reference(JsonNode reference) {
        return new Reference(
                list(reference.path("districts"))
                        .map(one -> new District(
                                one.path("code").asText(), one.path("name").asText()))
                        .toList(),
                list(reference.path("commodities"))
                        .map(one -> new Commodity(
                                one.path("code").asText(), one.path("name").asText()))
                        .toList());
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
