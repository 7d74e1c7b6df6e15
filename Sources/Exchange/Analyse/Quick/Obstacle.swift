/// Something that the quick way through a file can't deal with, and the thorough way can.
struct Obstacle: Error {}
