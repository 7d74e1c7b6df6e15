/// Above or below the centre line; rising or falling for a trend.
package enum Side: String, Sendable {
    case above, below
}
