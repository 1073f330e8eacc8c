package rw.ishemalink.tracking.history;

import java.util.List;

/** Where segments are kept. */
@FunctionalInterface
interface SegmentLog {

    /** Keeps the segments: all of them are safe when it returns, and none need be when it throws. */
    void write(List<Segment> segments);
}
