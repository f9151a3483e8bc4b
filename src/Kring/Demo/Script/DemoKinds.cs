namespace Kring.Demo.Script;

internal enum DemoNetworkState
{
    Open,
    Locked,
    TemporarilyOutOfCare,
    Closed,
}

internal enum DemoCapacity
{
    Recipient,
    Representative,
    InformalCarer,
    Professional,
}

internal enum DemoBasisKind
{
    TreatmentAgreement,
    StatutoryTask,
    WrittenConsent,
}

internal enum DemoAudience
{
    Everyone,
    ProfessionalsOnly,
    WithoutRecipient,
}

internal enum DemoMandateKind
{
    Mentor,
    Curator,
    AuthorisedProxy,
    Parent,
}

internal enum DemoMandateScope
{
    Care,
    Money,
    Both,
}

internal enum DemoAdmissionState
{
    Pending,
    Granted,
    Refused,
    Withdrawn,
}
