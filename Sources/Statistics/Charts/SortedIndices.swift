extension [Int] {
    /// Whether an ascending list of indices holds one, found by halving.
    func containsSorted(_ index: Int) -> Bool {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < index { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == index
    }
}
