package rw.ishemalink.analytics.customers;

import rw.ishemalink.analytics.cube.Cell;

/**
 * A cell in which a customer is.
 *
 * @param customer the customer's key in the stores
 */
record CustomerCell(String customer, Cell cell) {}
