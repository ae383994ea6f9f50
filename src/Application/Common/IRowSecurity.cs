namespace WaSaas.Application.Common;

/// <summary>A second wall between shops, inside a database that can build one.</summary>
public interface IRowSecurity
{
    /// <summary>Statements for whoever administers the database; null when it can build none.</summary>
    string? Script();
}
