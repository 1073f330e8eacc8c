package rw.ishemalink.booking.sync;

import static rw.ishemalink.booking.sync.Phone.actOnMade;
import static rw.ishemalink.booking.sync.Phone.action;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;

/** One of many that come back at once: seven rides booked and confirmed, six of them cancelled: 20 actions. */
final class StormyPhone {

    static final int ACTIONS = 20;
    static final int BOOKINGS = 7;
    private static final int BATCH = 5;
    private static final double SENT_TWICE = 0.3;
    private static final int ONE_IN_FOUR = 4;

    private final int number;
    private final Someone owner = Someone.sender();
    private final Phone phone = Phone.of(owner);
    private final List<UUID> bookings = new ArrayList<>();
    private final List<Map<String, Object>> actions = new ArrayList<>();
    private final List<String> wishedChanges = new ArrayList<>();

    /** The number is also the seed of what it repeats. */
    StormyPhone(int number) {
        this.number = number;
        UUID quoteId = owner.quotes(Journeys.RIDE);
        Instant clock = Instant.parse("2025-06-01T06:00:00Z").plusSeconds(number);
        for (int i = 0; i < BOOKINGS; i++) {
            UUID syncId = UUID.randomUUID();
            bookings.add(syncId);
            remember(Phone.create(syncId, clock.plusSeconds(600L * i), Journeys.booking(quoteId)), "CREATED", syncId);
            remember(actOnMade("CONFIRM", clock.plusSeconds(600L * i + 60), syncId), "CONFIRMED", syncId);
            if (i < BOOKINGS - 1) {
                Map<String, Object> why = Map.of("bookingSyncId", syncId, "reason", "rain");
                remember(
                        action(UUID.randomUUID(), "CANCEL", clock.plusSeconds(600L * i + 120), why),
                        "CANCELLED",
                        syncId);
            }
        }
    }

    private void remember(Map<String, Object> action, String change, UUID syncId) {
        actions.add(action);
        wishedChanges.add(change + " " + syncId);
    }

    Someone owner() {
        return owner;
    }

    /** The bookings that were cancelled, by their sync ids. */
    List<UUID> cancelled() {
        return bookings.subList(0, BOOKINGS - 1);
    }

    /** The one that was not. */
    UUID kept() {
        return bookings.getLast();
    }

    /** What should happen, in the order of the phone's clock. */
    List<String> listWishedChanges() {
        return List.copyOf(wishedChanges);
    }

    /** Whether it brings its batches in the order of its clock. */
    boolean isInOrder() {
        return number % ONE_IN_FOUR != 0;
    }

    /** Brings all actions in batches; three in ten once more, with a later batch. */
    void bringsEverything() {
        Random random = new Random(number);
        List<Map<String, Object>> repeats = new ArrayList<>();
        for (List<Map<String, Object>> batch : batches()) {
            List<Map<String, Object>> brought = new ArrayList<>(batch);
            brought.addAll(repeats);
            repeats.clear();
            batch.stream().filter(one -> random.nextDouble() < SENT_TWICE).forEach(repeats::add);
            phone.bringsForSure(brought);
        }
        if (!repeats.isEmpty()) {
            phone.bringsForSure(repeats);
        }
    }

    private List<List<Map<String, Object>>> batches() {
        List<List<Map<String, Object>>> batches = new ArrayList<>();
        for (int from = 0; from < actions.size(); from += BATCH) {
            batches.add(actions.subList(from, Math.min(from + BATCH, actions.size())));
        }
        if (!isInOrder()) {
            Collections.reverse(batches);
        }
        return batches;
    }
}
