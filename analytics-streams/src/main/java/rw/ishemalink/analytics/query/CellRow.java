package rw.ishemalink.analytics.query;

import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Sums;

/** A cell and what one partition adds to it. */
public record CellRow(Cell cell, Sums sums) {}
