package rw.ishemalink.booking.dispatch;

import java.util.UUID;
import rw.ishemalink.booking.quote.GeoPoint;

/**
 * The search of a driver for a booking.
 *
 * @param batch how many batches of offers there were
 * @param pauseBatch the batch after which it last paused
 * @param sequence how many events there were
 */
public record Search(
        UUID bookingId,
        String tenant,
        Needs needs,
        GeoPoint pickUp,
        SearchState state,
        int batch,
        int pauseBatch,
        long sequence) {

    public int nextBatch() {
        return batch + 1;
    }

    /** Whether so many batches have gone out since the last pause. */
    boolean hasAsked(int batches) {
        return batch - pauseBatch >= batches;
    }

    Search offered() {
        return new Search(bookingId, tenant, needs, pickUp, SearchState.SEARCHING, nextBatch(), pauseBatch, sequence);
    }

    Search paused() {
        return new Search(bookingId, tenant, needs, pickUp, SearchState.NOBODY_FOUND, batch, batch, sequence);
    }

    Search closed() {
        return new Search(bookingId, tenant, needs, pickUp, SearchState.CLOSED, batch, pauseBatch, sequence);
    }

    Search told(long events) {
        return new Search(bookingId, tenant, needs, pickUp, state, batch, pauseBatch, sequence + events);
    }
}
