using Kring.Tests.Support;

// Two collections at a time: a test host, its database and a browser keep two cores busy.
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]
[assembly: AssemblyFixture(typeof(PostgresDatabases))]
[assembly: AssemblyFixture(typeof(Browser))]
