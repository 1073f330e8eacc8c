package rw.ishemalink.compliance.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests that one worker has claimed, with their drivers as they were then; the token proves the claim. */
record Page(UUID token, List<DispatchRequest> requests, Map<UUID, DriverRecord> drivers) {

    /** One of them with what the register said. */
    record Asked(DispatchRequest request, Optional<DriverRecord> driver, LicenceAnswers answers) {}

    Page {
        requests = List.copyOf(requests);
        drivers = Map.copyOf(drivers);
    }

    /** The drivers whom the requests ask for. */
    static List<UUID> driverIds(List<DispatchRequest> requests) {
        return requests.stream().map(DispatchRequest::driverId).toList();
    }

    Optional<DriverRecord> findDriver(DispatchRequest request) {
        return Optional.ofNullable(drivers.get(request.driverId()))
                .filter(driver -> driver.tenant().equals(request.tenant()));
    }
}
