package rw.ishemalink.compliance.audit.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;

/** Records who looked at whose part of the trail, before it is shown. */
@ApplicationScoped
class LookedAt {

    private final AccessLog log;

    LookedAt(AccessLog log) {
        this.log = log;
    }

    /**
     * The people whose matters these entries are, and the one who was asked about. A booking's events name its sender
     * many times: one record for each person and booking.
     */
    void note(Caller caller, Seen what, Optional<UUID> person, List<SealedEntry> entries) {
        List<Sight> sights = new ArrayList<>(entries.stream()
                .map(SealedEntry::entry)
                .filter(entry -> entry.subjectId() != null)
                .map(entry -> new Sight(Objects.requireNonNull(entry.subjectId()), entry.bookingId()))
                .distinct()
                .toList());
        person.filter(id -> sights.stream().noneMatch(sight -> sight.subjectId().equals(id)))
                .ifPresent(id -> sights.add(new Sight(id, null)));
        log.note(caller, what, sights);
    }
}
