/// A field with a fixed set of words.
public protocol ContractWord: ContractValue, RawRepresentable, CaseIterable, Hashable
where RawValue == String, Rule == AnyRule {}
