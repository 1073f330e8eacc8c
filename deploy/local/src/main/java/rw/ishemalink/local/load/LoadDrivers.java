package rw.ishemalink.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;

/** Independent moto drivers with all papers, told of in the place of identity-service. */
final class LoadDrivers {

    private static final String PHONE = "+250788000008";
    private static final String CLERK_KEY = "local-rura-clerk-key";

    private final URI simulators;
    private final HttpClient http = HttpClient.newHttpClient();

    LoadDrivers(URI simulators) {
        this.simulators = simulators;
    }

    /** Makes so many; they are known once the events were read. */
    List<UUID> publish(Events events, int drivers) {
        List<UUID> ids = new ArrayList<>();
        for (int number = 0; number < drivers; number++) {
            UUID id = UUID.randomUUID();
            String licence = "1%015d".formatted(number);
            String plate = "RAA %03d %c".formatted(number % 1_000, 'A' + number / 1_000);
            store("authorisations/drivers", licence);
            store("licences/drivers", licence);
            store("authorisations/vehicles", plate);
            store("insurances/vehicles", plate);
            events.publish(Topics.FLEET_EVENTS, id, event(id, PHONE, licence, plate));
            ids.add(id);
        }
        events.flush();
        return ids;
    }

    /** Tells of an independent moto driver. */
    static FleetEvent event(UUID id, String phone, String licence, String plate) {
        return event(id, UUID.randomUUID(), phone, licence, plate);
    }

    /** The same of one with that vehicle. */
    static FleetEvent event(UUID id, UUID vehicleId, String phone, String licence, String plate) {
        return new FleetEvent(
                EventMetadata.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setTenant("ishemalink")
                        .setCorrelationId(id.toString())
                        .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                        .setSequence(1)
                        .build(),
                FleetChange.DRIVER_ONBOARDED,
                Driver.newBuilder()
                        .setDriverId(id)
                        .setName("Claude Mugisha")
                        .setPhone(phone)
                        .setLanguage(Language.RW)
                        .setLicenceNumber(licence)
                        .setLicenceCategories(List.of("A"))
                        .setLicenceValidUntil(nextYear())
                        .setStatus(DriverStatus.ACTIVE)
                        .setVehicle(new Vehicle(vehicleId, plate, VehicleKind.MOTORCYCLE, 0L))
                        .build());
    }

    private static LocalDate nextYear() {
        return LocalDate.now(ZoneOffset.UTC).plusYears(1);
    }

    private void store(String what, String holder) {
        String path = "/rura/v1/" + what + "/"
                + URLEncoder.encode(holder, StandardCharsets.UTF_8).replace("+", "%20");
        HttpRequest request = HttpRequest.newBuilder(simulators.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Clerk-Key", CLERK_KEY)
                .PUT(BodyPublishers.ofString("""
                        {"number":"RURA-%s","holder":"%s","issuedOn":"%s","validUntil":"%s","status":"VALID",
                         "categories":["A"]}""".formatted(
                                holder.replace(" ", ""), holder, nextYear().minusYears(2), nextYear())))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IllegalStateException(path + ": " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the simulators do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
