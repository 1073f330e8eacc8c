package rw.ishemalink.identity.fleet.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rw.ishemalink.identity.fleet.DriverDetails;
import rw.ishemalink.identity.fleet.DriverDocument;
import rw.ishemalink.identity.fleet.DriverDocumentKind;
import rw.ishemalink.kit.problem.ProblemException;

/**
 * What somebody shows who wants to drive.
 *
 * @param name as on the licence
 * @param licenceCategories A, A1, B, B1, C, D, D1, E, F; with AT for automatic gear
 * @param licenceValidUntil the last day
 * @param documents each kind once, DRIVING_LICENCE and NATIONAL_ID among them
 */
public record PapersRequest(
        @NotBlank @Size(max = 120) String name,
        @NotNull @Pattern(regexp = "[A-Za-z0-9/ -]{4,30}") String licenceNumber,
        @NotEmpty @Size(max = 9) List<@NotBlank @Size(max = 5) String> licenceCategories,
        @NotNull LocalDate licenceValidUntil,
        @NotNull @Valid VehicleRequest vehicle,
        @NotNull @Size(max = 5) List<@NotNull @Valid DriverDocumentRequest> documents) {

    private static final Set<DriverDocumentKind> NEEDED =
            Set.of(DriverDocumentKind.DRIVING_LICENCE, DriverDocumentKind.NATIONAL_ID);

    DriverDetails toDetails() {
        return new DriverDetails(
                name.strip(),
                LicenceInput.read(licenceNumber, licenceCategories, licenceValidUntil),
                vehicle.toDetails());
    }

    List<DriverDocument> toDocuments() {
        Set<DriverDocumentKind> shown =
                documents.stream().map(DriverDocumentRequest::kind).collect(Collectors.toUnmodifiableSet());
        if (shown.size() < documents.size()) {
            throw ProblemException.badRequest("document-twice");
        }
        if (!shown.containsAll(NEEDED)) {
            throw ProblemException.badRequest("document-missing");
        }
        return documents.stream().map(DriverDocumentRequest::toDocument).toList();
    }

    /** Never the name: this text could reach logs. */
    @Override
    public String toString() {
        return "PapersRequest[" + documents + "]";
    }
}
